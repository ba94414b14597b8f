/**
 * The command line: one class per command. The only place that imports picocli and the progress
 * bar.
 */
package io.depinsim.cli;
