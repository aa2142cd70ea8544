/// Tests mirror the main tree.
package dev.touchline;
