/** Gives the adapters their OpenTelemetry. Defined beside the adapters, once for each class loader of the host. */
@NullMarked
package io.agenticraft.javaagent.bridge;

import org.jspecify.annotations.NullMarked;
