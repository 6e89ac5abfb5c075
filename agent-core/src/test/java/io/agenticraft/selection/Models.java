package io.agenticraft.selection;

import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.ServerException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Candidates of a test, the selector that chooses among them, and time that only a test lets pass. */
final class Models {
    private static final Set<Capability> ALL = EnumSet.allOf(Capability.class);

    private final AtomicLong nanos = new AtomicLong();
    private final List<ModelProfile> profiles = new ArrayList<>();
    private PriceTable prices = PriceTable.empty();

    /** Adds a model of provider {@code p} that can do all. */
    Models add(String model, double quality, double latencyMillis, double usdPerMillion) {
        return add(
                new ModelProfile("p", model, quality, 100_000, latencyMillis, latencyMillis / 10, 50, ALL),
                usdPerMillion);
    }

    Models add(ModelProfile profile, double usdPerMillion) {
        profiles.add(profile);
        if (usdPerMillion >= 0) {
            prices = prices.with(profile.provider(), profile.model(), Price.of(usdPerMillion, usdPerMillion));
        }
        return this;
    }

    ModelSelector.Builder selector() {
        return ModelSelector.builder()
                .profiles(new ModelProfiles(LocalDate.EPOCH, profiles))
                .prices(prices)
                .exploration(0)
                .seed(1)
                .nanoClock(nanos::get);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    static void succeed(ModelSelector selector, String model, long millis) {
        selector.succeeded("p", model, Duration.ofMillis(millis).toNanos(), -1, Usage.unknown());
    }

    static void fail(ModelSelector selector, String model) {
        ErrorDetails details = new ErrorDetails("p", "down", 500, null, null, null, null, true, null);
        selector.failed("p", model, new ServerException(details, null));
    }

    /** The name of what is chosen, or an error that tells why nothing is. */
    static String chosen(Selection selection) {
        if (selection instanceof Chosen chosen) {
            return chosen.profile().model();
        }
        throw new AssertionError(selection.explain());
    }
}
