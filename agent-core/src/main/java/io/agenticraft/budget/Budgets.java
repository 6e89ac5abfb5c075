package io.agenticraft.budget;

import io.agenticraft.estimate.TokenEstimate;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.policy.RefusedException;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.redis.SharedRedis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls within budgets of money and tokens. Before a call is sent its prompt and the longest answer it allows are
 * reserved, in all budgets that it concerns or in none; after it has ended the real usage counts instead. A call for which
 * a budget has not enough left fails with a {@link BudgetExceededException}, and nothing is sent.
 *
 * <p>What is reserved and spent together never exceeds a budget, however many calls are made at once. A budget can be
 * overspent only by what calls in flight take beyond their reservation: where the guess of a prompt's tokens was too low, or
 * a request sets no bound of its answer.
 */
public final class Budgets implements ModelPolicy {
    /** {@value} tokens are reserved for an answer without a bound. */
    public static final long DEFAULT_UNBOUNDED_OUTPUT = 2_048;

    private static final String POLICY = "budgets";

    private final List<Budget> budgets;
    private final PriceTable prices;
    private final UnknownPrice unknownPrice;
    private final long unboundedOutput;
    private final InstantSource clock;
    private final Store store;
    private final KnownAccounts accounts = new KnownAccounts();
    private final LongAdder granted = new LongAdder();
    private final LongAdder refused = new LongAdder();

    private Budgets(Builder from) {
        budgets = List.copyOf(from.budgets);
        prices = from.prices;
        unknownPrice = from.unknownPrice;
        unboundedOutput = from.unboundedOutput;
        clock = from.clock;
        store = from.redis == null ? new LocalStore(1) : new RedisStore(from.redis, clock, from.outage);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ModelProvider around(ModelProvider next) {
        return new BudgetedProvider(this, next);
    }

    /**
     * What is spent of each budget by everybody who spent from it through this object. With a shared store the amounts are
     * those of all processes, and the future fails with a {@link io.agenticraft.redis.RedisException} if it cannot be asked.
     */
    public CompletableFuture<List<Spend>> spending() {
        return store.read(accounts.lines(clock.instant()));
    }

    public BudgetStats statistics() {
        RedisStore shared = store instanceof RedisStore redis ? redis : null;
        return new BudgetStats(
                granted.sum(),
                refused.sum(),
                shared == null ? 0 : shared.unavailable.sum(),
                shared == null ? 0 : shared.unchecked.sum(),
                shared == null ? 0 : shared.onLocalShare.sum(),
                shared == null ? 0 : shared.unbooked.sum());
    }

    CompletableFuture<ModelResponse> call(
            CallScope scope,
            String provider,
            ModelRequest request,
            @Nullable CountingSink sink,
            Supplier<CompletableFuture<ModelResponse>> send) {
        String target = provider + ":" + request.model();
        Costs costs = new Costs(prices.price(provider, request.model()), TokenEstimate.of(request, unboundedOutput));
        List<Line> lines = lines(scope, costs);
        String unpriced = costs.price() == null && unknownPrice == UnknownPrice.REFUSE ? limitingMoney(lines) : null;
        if (unpriced != null) {
            return CompletableFuture.failedFuture(refuse(scope, target, new UnpricedModelException(unpriced, target)));
        }
        BudgetedCall call = new BudgetedCall(store, costs, lines, sink);
        Decision decision = new Decision(scope, target, call, send);
        CompletableFuture<Verdict> unused = store.reserve(lines).whenComplete(decision::take);
        return call;
    }

    /** What follows from a verdict. */
    private final class Decision {
        private final CallScope scope;
        private final String target;
        private final BudgetedCall call;
        private final Supplier<CompletableFuture<ModelResponse>> send;

        Decision(CallScope scope, String target, BudgetedCall call, Supplier<CompletableFuture<ModelResponse>> send) {
            this.scope = scope;
            this.target = target;
            this.call = call;
            this.send = send;
        }

        void take(@Nullable Verdict verdict, @Nullable Throwable failure) {
            try {
                follow(Objects.requireNonNull(verdict, () -> "No verdict on a budget: " + failure));
            } catch (Throwable e) {
                call.completeExceptionally(e); // else it would wait for ever
            }
        }

        private void follow(Verdict verdict) {
            if (verdict.held() == Verdict.Held.UNKNOWN) {
                call.completeExceptionally(tell(scope, target, new BudgetUnavailableException()));
            } else if (verdict.denial() != null) {
                call.completeExceptionally(
                        refuse(scope, target, BudgetExceededException.of(verdict.denial(), clock.instant())));
            } else {
                granted.increment();
                call.begin(verdict, send);
            }
        }
    }

    private RefusedException refuse(CallScope scope, String target, RefusedException why) {
        refused.increment();
        return tell(scope, target, why);
    }

    private static RefusedException tell(CallScope scope, String target, RefusedException why) {
        scope.tell(new CallEvent.Refused(POLICY, target, String.valueOf(why.getMessage())));
        return why;
    }

    private List<Line> lines(CallScope scope, Costs costs) {
        Usage reserved = costs.reserved();
        long nanoUsd = costs.nanoUsd(reserved);
        long tokens = Costs.tokens(reserved);
        Instant now = clock.instant();
        List<Line> lines = new ArrayList<>(budgets.size());
        for (Budget budget : budgets) {
            if (budget.concerns(scope.tenant(), scope.agent())) {
                long slot = budget.window().slot(now);
                Account account = Account.of(budget, scope.tenant(), scope.agent());
                Line line = new Line(account, slot, budget.window().oldest(slot), nanoUsd, tokens);
                accounts.note(line);
                lines.add(line);
            }
        }
        return lines;
    }

    private static @Nullable String limitingMoney(List<Line> lines) {
        for (Line line : lines) {
            if (line.budget().limitsMoney()) {
                return line.budget().name();
            }
        }
        return null;
    }

    /** Collects {@link Budgets}. */
    public static final class Builder {
        private final List<Budget> budgets = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private PriceTable prices = PriceTable.builtIn();
        private UnknownPrice unknownPrice = UnknownPrice.REFUSE;
        private long unboundedOutput = DEFAULT_UNBOUNDED_OUTPUT;
        private InstantSource clock = InstantSource.system();
        private @Nullable SharedRedis redis;
        private Outage outage = Outage.refuse();

        private Builder() {}

        /** Adds a budget. A call must fit in all that concern it. */
        public Builder budget(Budget value) {
            if (!names.add(value.name())) {
                throw new IllegalArgumentException("Two budgets are named " + value.name());
            }
            if (value.nanoUsd() == Budget.ANY && value.tokens() == Budget.ANY) {
                throw new IllegalArgumentException(
                        "The budget " + value.name() + " has no limit; give it one with usd or tokens");
            }
            budgets.add(value);
            return this;
        }

        /** What models cost; by default {@link PriceTable#builtIn()}. */
        public Builder prices(PriceTable value) {
            prices = Objects.requireNonNull(value, "prices");
            return this;
        }

        /** What happens to models without a price; by default they are refused where a budget limits money. */
        public Builder unknownPrice(UnknownPrice value) {
            unknownPrice = Objects.requireNonNull(value, "unknownPrice");
            return this;
        }

        /** Tokens to reserve for an answer without a bound; by default {@value Budgets#DEFAULT_UNBOUNDED_OUTPUT}. */
        public Builder unboundedOutput(long value) {
            if (value < 0) {
                throw new IllegalArgumentException("At least 0 tokens are reserved, not " + value);
            }
            unboundedOutput = value;
            return this;
        }

        /** Tells the time, which must be about the same in all processes that share budgets. */
        public Builder clock(InstantSource value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * Shares the budgets with all processes that use the same server; by default each has its own. Whoever made the
         * client closes it.
         *
         * @param whenDown what happens while the server cannot be asked
         */
        public Builder redis(SharedRedis value, Outage whenDown) {
            redis = Objects.requireNonNull(value, "redis");
            outage = Objects.requireNonNull(whenDown, "whenDown");
            return this;
        }

        public Budgets build() {
            if (budgets.isEmpty()) {
                throw new IllegalStateException("Budgets need a budget: Budgets.builder().budget(Budget.of(...))");
            }
            return new Budgets(this);
        }
    }
}
