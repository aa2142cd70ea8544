/// The looks of the workbench: colours, style sheets and fonts, shared by controls and charts.
@NullMarked
package dev.touchline.desktop.theme;

import org.jspecify.annotations.NullMarked;
