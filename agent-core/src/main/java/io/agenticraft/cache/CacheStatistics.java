package io.agenticraft.cache;

import java.util.Map;

/**
 * What a cache has done since it was made.
 *
 * @param hits answers from this process's memory
 * @param sharedHits answers from the shared level
 * @param joined answers that a call under way brought to others than the one who pays for it
 * @param misses calls that were made because the answer was not known
 * @param stored answers that were kept
 * @param notStored answers that were not, by reason
 * @param entries answers in memory now
 * @param bytes what they are taken to weigh
 * @param evictions answers that made room for others
 * @param savedInputTokens of all answers that were known
 * @param savedOutputTokens of all answers that were known
 * @param sharedErrors failures of the shared level, without timeouts
 * @param sharedTimeouts questions that the shared level did not answer in time
 * @param sharedDamaged values of the shared level that could not be read
 * @param sharedSkipped writes to the shared level that were left out, for too many were under way
 */
public record CacheStatistics(
        long hits,
        long sharedHits,
        long joined,
        long misses,
        long stored,
        Map<NotStored, Long> notStored,
        long entries,
        long bytes,
        long evictions,
        long savedInputTokens,
        long savedOutputTokens,
        long sharedErrors,
        long sharedTimeouts,
        long sharedDamaged,
        long sharedSkipped) {

    public CacheStatistics {
        notStored = Map.copyOf(notStored);
    }

    /** How many answers were not kept for a reason. */
    public long notStored(NotStored why) {
        return notStored.getOrDefault(why, 0L);
    }
}
