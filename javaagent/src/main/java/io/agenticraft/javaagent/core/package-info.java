/** The isolated part of the agent: decides what is woven, and which OpenTelemetry a host's calls go to. */
@NullMarked
package io.agenticraft.javaagent.core;

import org.jspecify.annotations.NullMarked;
