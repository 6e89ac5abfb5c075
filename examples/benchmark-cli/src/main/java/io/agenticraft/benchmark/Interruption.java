package io.agenticraft.benchmark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tells the program that it is to stop, and holds its end back until it has said what it knows. */
final class Interruption implements BooleanSupplier, AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch said = new CountDownLatch(1);
    private volatile boolean interrupted;

    /** Listens to Ctrl-C and to kill. The JVM then exits with 130 or 143, whatever the program says. */
    static Interruption bySignal() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interruptAndWait, "benchmark-interruption"));
        return interruption;
    }

    void interruptAndWait() {
        interrupt();
        try {
            boolean unused = said.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void interrupt() {
        interrupted = true;
    }

    @Override
    public boolean getAsBoolean() {
        return interrupted;
    }

    /** All is said; the process may end. */
    @Override
    public void close() {
        said.countDown();
    }
}
