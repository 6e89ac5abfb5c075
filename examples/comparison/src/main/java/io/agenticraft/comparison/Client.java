package io.agenticraft.comparison;

import java.net.URI;
import java.util.Locale;

/** One library in one scenario: warms up, measures, prints one line. */
final class Client {
    private static final double NANOS_PER_SECOND = 1e9;

    private Client() {}

    /** Library, scenario, the server's base URL, seconds to warm up, seconds to measure. */
    public static void main(String[] arguments) throws Exception {
        Scenario scenario = Scenario.valueOf(arguments[1]);
        Work work = Peer.named(arguments[0]).work(scenario, URI.create(arguments[2]));
        if (work == null) {
            System.out.println("none");
        } else {
            System.out.println(measure(work, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4])));
        }
        // Clients leave threads behind that would keep the process.
        System.exit(0);
    }

    static Figure measure(Work work, int warmUpSeconds, int seconds) throws InterruptedException {
        Load load = new Load();
        load.start(work);
        Thread.sleep(warmUpSeconds * 1000L);
        long runsBefore = load.runs();
        Usage before = Usage.now();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        long runs = load.runs() - runsBefore;
        Usage after = Usage.now();
        double elapsed = (System.nanoTime() - start) / NANOS_PER_SECOND;
        load.stop();
        double cpu = (after.cpuNanos() - before.cpuNanos()) / NANOS_PER_SECOND;
        return new Figure(
                runs / cpu,
                (after.allocatedBytes() - before.allocatedBytes()) / (double) runs,
                runs / elapsed,
                after.peakThreads());
    }

    /** What was measured. Its text is read back by {@link #parse}. */
    record Figure(double runsPerCpuSecond, double bytesPerRun, double runsPerSecond, int threads) {
        static Figure parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Figure(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Integer.parseInt(parts[3]));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.1f %.0f %.1f %d", runsPerCpuSecond, bytesPerRun, runsPerSecond, threads);
        }
    }
}
