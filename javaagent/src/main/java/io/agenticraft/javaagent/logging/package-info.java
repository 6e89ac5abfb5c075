/** Stands in for java.util.logging in the libraries that the agent brings along: the build renames their references. */
@NullMarked
package io.agenticraft.javaagent.logging;

import org.jspecify.annotations.NullMarked;
