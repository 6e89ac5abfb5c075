/** How agent-core is observed: views over its types, decorators of its seams, and the handlers that put these in place where the application does not. */
@NullMarked
package io.agenticraft.otel.adapters.core;

import org.jspecify.annotations.NullMarked;
