package io.agenticraft.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures all libraries in all scenarios, in rounds, so that a slow minute of the machine harms none of them alone, and
 * prints the medians. {@code java -jar comparison.jar [rounds [warm-up seconds [measured seconds [scenario]]]]}
 */
public final class Comparison {
    private static final List<String> PEERS = List.of("vertx", "openai-java", "langchain4j", "spring-ai", "agent-core");

    private final Map<String, List<Client.Figure>> figures = new LinkedHashMap<>();
    private final List<Scenario> scenarios;
    private final int rounds;
    private final String warmUp;
    private final String measured;

    private Comparison(int rounds, String warmUp, String measured, List<Scenario> scenarios) {
        this.rounds = rounds;
        this.warmUp = warmUp;
        this.measured = measured;
        this.scenarios = scenarios;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("streams")) {
            ManyStreams.measure(arguments.length > 1 ? Integer.parseInt(arguments[1]) : ManyStreams.DEFAULT);
            return;
        }
        Comparison comparison = new Comparison(
                arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3,
                arguments.length > 1 ? arguments[1] : "8",
                arguments.length > 2 ? arguments[2] : "6",
                arguments.length > 3 ? List.of(Scenario.valueOf(arguments[3])) : List.of(Scenario.values()));
        Process server = Children.start(CannedServer.class, List.of());
        try {
            comparison.run(Children.url(server, "/v1"));
        } finally {
            server.destroy();
        }
        comparison.print();
    }

    private void run(String url) throws IOException {
        for (int round = 1; round <= rounds; round++) {
            for (Scenario scenario : scenarios) {
                for (String peer : PEERS) {
                    measure(peer, scenario, url);
                }
            }
            System.err.println("round " + round + " of " + rounds);
        }
    }

    private void measure(String peer, Scenario scenario, String url) throws IOException {
        String line =
                Children.line(Children.start(Client.class, List.of(peer, scenario.name(), url, warmUp, measured)));
        if (!line.equals("none")) {
            System.err.println(peer + " " + scenario + " " + line);
            figures.computeIfAbsent(key(peer, scenario), k -> new ArrayList<>()).add(Client.Figure.parse(line));
        }
    }

    private static String key(String peer, Scenario scenario) {
        return scenario + " " + peer;
    }

    private void print() {
        System.out.println(
                "Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                        + " processors, medians of " + rounds + " rounds; runs per CPU second (kB per run; threads)");
        System.out.println("| | " + String.join(" | ", PEERS) + " |");
        System.out.println("|---".repeat(PEERS.size() + 1) + "|");
        for (Scenario scenario : scenarios) {
            StringBuilder row = new StringBuilder("| ").append(scenario.title);
            for (String peer : PEERS) {
                row.append(" | ").append(cell(figures.getOrDefault(key(peer, scenario), List.of())));
            }
            System.out.println(row.append(" |"));
        }
    }

    private static String cell(List<Client.Figure> all) {
        if (all.isEmpty()) {
            return "";
        }
        double runs = median(all.stream().map(Client.Figure::runsPerCpuSecond).toList());
        double bytes = median(all.stream().map(Client.Figure::bytesPerRun).toList());
        double threads = median(all.stream().map(f -> (double) f.threads()).toList());
        return String.format(Locale.ROOT, "%,.0f (%.1f; %.0f)", runs, bytes / 1000, threads);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
