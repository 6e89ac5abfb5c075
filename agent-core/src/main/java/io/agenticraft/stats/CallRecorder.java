package io.agenticraft.stats;

import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the measurements of one series: what a provider's model does for an agent. Safe for use by many threads, which
 * never wait for each other as long as there are stripes to go to; records without allocating.
 */
public final class CallRecorder {
    private static final double UNKNOWN = -1;
    private static final int MAX_STRIPES =
            Math.min(4, Integer.highestOneBit(Math.max(1, Runtime.getRuntime().availableProcessors())));

    private final SeriesKey key;
    private final PriceTable prices;
    private final @Nullable Price price;
    private final Slots slots;
    private volatile Cell[] cells;

    CallRecorder(SeriesKey key, PriceTable prices, Slots slots) {
        this.key = key;
        this.prices = prices;
        this.slots = slots;
        price = prices.price(key.provider(), key.model());
        cells = new Cell[] {new Cell(slots)};
    }

    SeriesKey key() {
        return key;
    }

    /**
     * A call has succeeded.
     *
     * @param end the clock's reading, in nanoseconds, when it ended
     * @param latency nanoseconds that it took
     * @param firstToken nanoseconds until the first content of a stream came, negative where nothing was streamed
     * @param usage its tokens
     * @param answered the model that answered, by which it is priced where the one asked has no price; or null
     */
    public void succeeded(long end, long latency, long firstToken, Usage usage, @Nullable String answered) {
        double cost = cost(usage, answered);
        Cell cell = acquire();
        try {
            cell.at(end).succeeded(latency, firstToken, usage, cost);
        } finally {
            cell.release();
        }
    }

    /**
     * A call has failed. It counts for no distribution; tokens that it used nevertheless are booked.
     *
     * @param end the clock's reading, in nanoseconds, when it ended
     * @param nanos how long it took
     * @param partial the tokens of what had arrived before, or null
     */
    public void failed(long end, long nanos, Throwable failure, @Nullable Usage partial) {
        if (failure instanceof CancellationException) {
            cancelled(end);
            return;
        }
        int type = ErrorTypes.index(failure);
        Cell cell = acquire();
        try {
            Measures measures = cell.at(end);
            measures.failed(type, nanos);
            if (partial != null) {
                measures.used(partial, cost(partial, null));
            }
        } finally {
            cell.release();
        }
    }

    /** A call was cancelled; what it cost is not known. */
    public void cancelled(long end) {
        Cell cell = acquire();
        try {
            cell.at(end).cancelled();
        } finally {
            cell.release();
        }
    }

    /**
     * Time passed between two pieces of content of a stream.
     *
     * @param end the clock's reading, in nanoseconds, when the second came
     */
    public void chunkAfter(long end, long nanos) {
        Cell cell = acquire();
        try {
            cell.at(end).record(Kind.INTER_CHUNK, nanos);
        } finally {
            cell.release();
        }
    }

    private double cost(Usage usage, @Nullable String answered) {
        Price known = price;
        if (known == null && answered != null) {
            known = prices.price(key.provider(), answered);
        }
        return known == null ? UNKNOWN : known.cost(usage, UNKNOWN);
    }

    private Cell acquire() {
        Cell[] all = cells;
        int mask = all.length - 1;
        int first = System.identityHashCode(Thread.currentThread());
        for (int i = 0; i <= mask; i++) {
            Cell cell = all[(first + i) & mask];
            if (cell.tryAcquire()) {
                return cell;
            }
        }
        Cell cell = grow(all)[first & (cells.length - 1)];
        cell.acquire();
        return cell;
    }

    private synchronized Cell[] grow(Cell[] seen) {
        if (cells == seen && seen.length < MAX_STRIPES) {
            Cell[] more = new Cell[seen.length * 2];
            System.arraycopy(seen, 0, more, 0, seen.length);
            for (int i = seen.length; i < more.length; i++) {
                more[i] = new Cell(slots);
            }
            cells = more;
        }
        return cells;
    }

    /** Adds all that was measured since the beginning. */
    void addTo(Measures sum) {
        for (Cell cell : cells) {
            cell.acquire();
            try {
                cell.addTo(sum);
            } finally {
                cell.release();
            }
        }
    }

    /** Adds what was measured within the window that ends now. */
    void addRecent(long now, Measures sum) {
        long first = slots.first(now);
        for (Cell cell : cells) {
            cell.acquire();
            try {
                cell.addSince(first, sum);
            } finally {
                cell.release();
            }
        }
    }
}
