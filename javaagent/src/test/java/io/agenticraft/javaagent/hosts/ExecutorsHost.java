package io.agenticraft.javaagent.hosts;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Hands work to every kind of executor inside a context, and prints what the work finds current. */
public final class ExecutorsHost {
    private static final ContextKey<String> KEY = ContextKey.named("who");

    private ExecutorsHost() {}

    public static void main(String[] args) throws Exception {
        GlobalOpenTelemetry.get();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        print("execute", () -> executed(pool));
        print("runnable", () -> submittedRunnable(pool));
        print("callable", () -> pool.submit(ExecutorsHost::current).get());
        print(
                "invokeAll",
                () -> pool.invokeAll(List.<Callable<String>>of(ExecutorsHost::current))
                        .get(0)
                        .get());
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        print(
                "schedule",
                () -> timer.schedule(ExecutorsHost::current, 1, TimeUnit.MILLISECONDS)
                        .get());
        print("periodic", () -> periodic(timer));
        ForkJoinPool forks = new ForkJoinPool(2);
        print("forkjoin-callable", () -> forks.submit(ExecutorsHost::current).get());
        print("forkjoin-task", () -> forks.invoke(new Split(4)));
        print("parallel-stream", ExecutorsHost::parallelStream);
        print(
                "supplyAsync",
                () -> CompletableFuture.supplyAsync(ExecutorsHost::current).get());
        print("thenApplyAsync", () -> stage(pool));
        print(
                "delayedExecutor",
                () -> CompletableFuture.supplyAsync(
                                ExecutorsHost::current,
                                CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, pool))
                        .get());
        perTaskThreads();
        print("remove", ExecutorsHost::removed);
        print("priority-queue", ExecutorsHost::comparable);
        print("same-runnable", ExecutorsHost::sameRunnable);
        System.out.println("afterwards " + pool.submit(ExecutorsHost::current).get());
        System.exit(0);
    }

    private static String current() {
        String value = Context.current().get(KEY);
        return value == null ? "nothing" : value;
    }

    private static void print(String name, Callable<String> work) throws Exception {
        System.out.println(name + " " + in("me", work));
    }

    private static <T> T in(String who, Callable<T> work) throws Exception {
        Scope scope = Context.root().with(KEY, who).makeCurrent();
        try {
            return work.call();
        } finally {
            scope.close();
        }
    }

    private static String executed(ExecutorService pool) throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        pool.execute(() -> seen.complete(current()));
        return seen.get();
    }

    private static String submittedRunnable(ExecutorService pool) throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        pool.submit(() -> {
                    seen.complete(current());
                })
                .get();
        return seen.get();
    }

    private static String periodic(ScheduledExecutorService timer) throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        Future<?> job = timer.scheduleAtFixedRate(() -> seen.complete(current()), 0, 1, TimeUnit.MILLISECONDS);
        String value = seen.get();
        job.cancel(false);
        return value;
    }

    private static String parallelStream() {
        return String.join(
                ",",
                IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(i -> current())
                        .distinct()
                        .toList());
    }

    /** The stage before is completed by a thread that has no context. */
    private static String stage(ExecutorService pool) throws Exception {
        CompletableFuture<String> before = new CompletableFuture<>();
        CompletableFuture<String> after = before.thenApplyAsync(ignored -> current(), pool);
        Thread other = new Thread(() -> before.complete(""));
        other.start();
        other.join();
        return after.get();
    }

    private static void perTaskThreads() throws Exception {
        ExecutorService threads;
        try {
            threads = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException e) {
            return;
        }
        print("virtual-callable", () -> threads.submit(ExecutorsHost::current).get());
        print("virtual-execute", () -> executed(threads));
    }

    private static String removed() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        one.execute(() -> await(busy));
        Runnable task = () -> System.out.println("removed task ran");
        one.execute(task);
        boolean removed = one.remove(task) && one.getQueue().isEmpty();
        busy.countDown();
        one.shutdown();
        return Boolean.toString(removed);
    }

    private static String comparable() throws Exception {
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
        CountDownLatch busy = new CountDownLatch(1);
        CompletableFuture<String> seen = new CompletableFuture<>();
        one.execute(new Ranked(0, () -> await(busy)));
        one.execute(new Ranked(2, () -> {}));
        one.execute(new Ranked(1, () -> seen.complete(current())));
        busy.countDown();
        one.shutdown();
        return seen.get();
    }

    private static String sameRunnable() throws Exception {
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        StringBuilder seen = new StringBuilder();
        Runnable task = () -> seen.append(current()).append(';');
        CountDownLatch busy = new CountDownLatch(1);
        one.execute(() -> await(busy));
        for (String who : List.of("a", "b", "c")) {
            in(who, () -> {
                one.execute(task);
                return "";
            });
        }
        busy.countDown();
        one.shutdown();
        one.awaitTermination(10, TimeUnit.SECONDS);
        return seen.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Ranked(int rank, Runnable work) implements Runnable, Comparable<Ranked> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Ranked other) {
            return Integer.compare(rank, other.rank);
        }
    }

    /** Counts down by forks; answers what was current at the bottom. */
    private static final class Split extends RecursiveTask<String> {
        private static final long serialVersionUID = 1;
        private final int depth;

        Split(int depth) {
            this.depth = depth;
        }

        @Override
        protected String compute() {
            if (depth == 0) {
                return current();
            }
            Split left = new Split(depth - 1);
            Split right = new Split(depth - 1);
            left.fork();
            String second = right.compute();
            String first = left.join();
            return first.equals(second) ? first : first + "|" + second;
        }
    }
}
