package io.agenticraft.cache;

import io.agenticraft.model.ModelResponse;

/**
 * An answer in memory.
 *
 * @param answer as it came
 * @param hit as it is given, marked
 * @param bytes what it is taken to weigh
 * @param nanosToLive from the moment it is put in
 */
record Entry(ModelResponse answer, ModelResponse hit, int bytes, long nanosToLive) {}
