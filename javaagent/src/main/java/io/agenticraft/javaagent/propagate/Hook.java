package io.agenticraft.javaagent.propagate;

import java.util.List;

/**
 * A place in one of the JDK's executors.
 *
 * @param type the class's internal name
 * @param method the method's name
 * @param parameters how the method's descriptor begins
 * @param kind what is done there
 * @param local index of the local variable that holds the task
 */
record Hook(String type, String method, String parameters, Kind kind, int local) {
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
    private static final String FORK_JOIN_POOL = CONCURRENT + "ForkJoinPool";
    private static final String FORK_JOIN_TASK = "Ljava/util/concurrent/ForkJoinTask;";
    private static final String RUNNABLE = "(Ljava/lang/Runnable;)";

    /** What is done at a place, by the method of {@link Handoff} of that name. */
    enum Kind {
        /** Before the body. */
        CAPTURE("capture"),
        /** Before the body. */
        FORGET("forget"),
        /** Before the body, in place of the argument. */
        WRAP("wrap"),
        /** In place of the call of {@code run}. */
        RUN("run"),
        /** At the end of the constructor, with its first argument. */
        STAGE("captureStage");

        private final String handle;

        Kind(String handle) {
            this.handle = handle;
        }

        String handle() {
            return handle;
        }
    }

    /** All of JDK 17 to 25; what a JDK does not have is not there to be woven. */
    static List<Hook> all() {
        return List.of(
                new Hook(POOL, "execute", RUNNABLE, Kind.CAPTURE, 1),
                new Hook(POOL, "reject", RUNNABLE, Kind.FORGET, 1),
                new Hook(POOL, "remove", RUNNABLE, Kind.FORGET, 1),
                new Hook(POOL, "runWorker", "(", Kind.RUN, 0),
                new Hook(CONCURRENT + "ScheduledThreadPoolExecutor", "delayedExecute", "(", Kind.CAPTURE, 1),
                new Hook(FORK_JOIN_POOL, "externalSubmit", "(" + FORK_JOIN_TASK, Kind.CAPTURE, 1),
                new Hook(FORK_JOIN_POOL, "poolSubmit", "(Z" + FORK_JOIN_TASK, Kind.CAPTURE, 2),
                new Hook(FORK_JOIN_POOL, "scheduleDelayedTask", "(Ljava/", Kind.CAPTURE, 1),
                new Hook(CONCURRENT + "ForkJoinTask", "fork", "()", Kind.CAPTURE, 0),
                new Hook(CONCURRENT + "ThreadPerTaskExecutor", "newThread", RUNNABLE, Kind.WRAP, 1),
                new Hook(CONCURRENT + "CompletableFuture$ThreadPerTaskExecutor", "execute", RUNNABLE, Kind.WRAP, 1),
                new Hook(CONCURRENT + "CompletableFuture$UniCompletion", "<init>", "(", Kind.STAGE, 0));
    }

    boolean isAt(String methodName, String descriptor) {
        return method.equals(methodName) && descriptor.startsWith(parameters);
    }
}
