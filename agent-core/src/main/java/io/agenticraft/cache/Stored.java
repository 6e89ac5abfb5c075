package io.agenticraft.cache;

import io.agenticraft.model.ModelResponse;

/**
 * An answer that the shared level knew.
 *
 * @param answer with its own usage
 * @param storedAtMillis when it was first kept, since 1970
 * @param bytes the length of what was read
 */
record Stored(ModelResponse answer, long storedAtMillis, int bytes) {}
