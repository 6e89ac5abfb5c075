/** Runs the packaged applications in JVMs of their own. */
@NullMarked
package io.agenticraft.acceptance.host;

import org.jspecify.annotations.NullMarked;
