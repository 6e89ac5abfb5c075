/** Weaving: calls of a seam's handler around a method, by way of JDK classes only. */
@NullMarked
package io.agenticraft.javaagent.weave;

import org.jspecify.annotations.NullMarked;
