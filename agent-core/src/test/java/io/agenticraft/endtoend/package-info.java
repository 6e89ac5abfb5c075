/** Agents on the real providers, against servers that speak their interfaces from bare sockets. */
@NullMarked
package io.agenticraft.endtoend;

import org.jspecify.annotations.NullMarked;
