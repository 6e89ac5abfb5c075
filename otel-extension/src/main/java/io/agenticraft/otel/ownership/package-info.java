/** Who owns the span of an operation that several layers see. Shared by manual decorators and agent, so its shape never changes. */
@NullMarked
package io.agenticraft.otel.ownership;

import org.jspecify.annotations.NullMarked;
