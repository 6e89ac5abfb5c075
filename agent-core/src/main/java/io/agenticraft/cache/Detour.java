package io.agenticraft.cache;

import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallObserver;
import org.jspecify.annotations.Nullable;

/**
 * Watches where the calls of a run go. A router may answer from another target than the one asked, and then stays there; such
 * an answer is not to be kept as that of the target asked, or an outage would last as long as the cache remembers.
 */
final class Detour implements CallObserver {
    private volatile @Nullable String target;

    @Override
    public void on(CallEvent event) {
        if (event instanceof CallEvent.FellBack fellBack) {
            target = fellBack.to();
        } else if (event instanceof CallEvent.HedgeEnded hedge) {
            target = hedge.target();
        }
    }

    boolean leadsAwayFrom(String asked) {
        String last = target;
        return last != null && !last.equals(asked);
    }
}
