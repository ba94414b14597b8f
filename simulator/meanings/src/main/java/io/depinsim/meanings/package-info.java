/** Reads Javadoc while compiling. Imports nothing but the JDK. */
package io.depinsim.meanings;
