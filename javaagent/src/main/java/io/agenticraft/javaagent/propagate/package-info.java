/** Carries the current context across the JDK's executors. */
@NullMarked
package io.agenticraft.javaagent.propagate;

import org.jspecify.annotations.NullMarked;
