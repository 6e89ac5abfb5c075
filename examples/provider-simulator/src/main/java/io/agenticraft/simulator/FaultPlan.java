package io.agenticraft.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides which requests fail: those that ask for it, so often as they ask, and a random share of all. */
final class FaultPlan {

    private static final int REMEMBERED = 10_000;

    private final Map<Fault, Double> shares;
    /** How often the same request was failed already. */
    private final Map<String, Integer> struck = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    FaultPlan(Map<Fault, Double> shares) {
        this.shares = shares;
    }

    @Nullable
    Fault next(Directives directives, String body, RandomGenerator random) {
        Fault wanted = directives.fault();
        if (wanted != null) {
            int times = directives.times();
            return times == Integer.MAX_VALUE || strikes(directives + body, times) ? wanted : null;
        }
        if (shares.isEmpty()) {
            return null;
        }
        double dice = random.nextDouble();
        for (Map.Entry<Fault, Double> share : shares.entrySet()) {
            dice -= share.getValue();
            if (dice < 0) {
                return share.getKey();
            }
        }
        return null;
    }

    private synchronized boolean strikes(String request, int times) {
        String key = Integer.toHexString(request.hashCode()) + request.length();
        return struck.merge(key, 1, (old, one) -> Math.min(old, times) + one) <= times;
    }

    /** The message of a fault that somebody asked for. */
    static Rejection rejection(Fault fault, Directives directives, String model) {
        String reason = switch (fault) {
            case BAD_REQUEST -> "The request was not acceptable.";
            case CONTEXT_LENGTH -> "The prompt is longer than the model's context.";
            case UNAUTHORIZED -> "Incorrect API key provided.";
            case FORBIDDEN -> "The key may not use this model.";
            case NOT_FOUND -> "The model does not exist.";
            case TOO_LARGE -> "The request is too large.";
            case RATE_LIMITED -> "Rate limit reached.";
            case QUOTA -> "The quota is used up.";
            case OVERLOADED -> "Overloaded";
            case UNAVAILABLE -> "The service is unavailable.";
            default -> "The server had an error.";
        };
        boolean retryLater = fault == Fault.RATE_LIMITED || fault == Fault.UNAVAILABLE || fault == Fault.OVERLOADED;
        return new Rejection(
                fault,
                reason,
                fault == Fault.NOT_FOUND ? model : null,
                retryLater ? directives.retryAfter() : java.time.Duration.ZERO);
    }
}
