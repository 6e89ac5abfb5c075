/** For applications that ask for telemetry in their code: decorators of agent-core, and spans of their own. */
@NullMarked
package io.agenticraft.otel.decorate;

import org.jspecify.annotations.NullMarked;
