/// Tests of the diagnostics, against ArviZ's numbers and by planted troubles.
package dev.touchline.diagnose;
