/** Messages, requests, responses, events and usage: what is said to a model and what comes back. JDK types only. */
@NullMarked
package io.agenticraft.model;

import org.jspecify.annotations.NullMarked;
