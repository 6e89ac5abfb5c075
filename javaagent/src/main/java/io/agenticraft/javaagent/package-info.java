/** What the host's class loaders can see of the agent: the entry and the way into the isolated rest. Readable by Java 8. */
@NullMarked
package io.agenticraft.javaagent;

import org.jspecify.annotations.NullMarked;
