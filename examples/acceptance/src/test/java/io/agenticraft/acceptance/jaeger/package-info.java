/** A real Jaeger for tests: found running, started in a container, or started from a binary. */
@NullMarked
package io.agenticraft.acceptance.jaeger;

import org.jspecify.annotations.NullMarked;
