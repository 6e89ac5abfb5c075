package io.agenticraft.simulator;

import java.time.Duration;

/**
 * What is left of the rate limits after a request, for the headers of its answer.
 *
 * @param requestsReset until the requests' bucket is full again
 * @param tokensReset until the tokens' bucket is full again
 */
record Quota(
        long requestLimit,
        long requestsLeft,
        Duration requestsReset,
        long tokenLimit,
        long tokensLeft,
        Duration tokensReset) {}
