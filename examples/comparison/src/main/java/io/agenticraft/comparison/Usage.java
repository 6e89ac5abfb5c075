package io.agenticraft.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has used up to now, as the JVM and the kernel count it. */
record Usage(long cpuNanos, long allocatedBytes, int peakThreads) {

    static Usage now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Usage(
                system.getProcessCpuTime(),
                allocated(),
                ManagementFactory.getThreadMXBean().getPeakThreadCount());
    }

    /** Of all threads that ever were; JDK 21 and later only. */
    private static long allocated() {
        try {
            Object threads = ManagementFactory.getThreadMXBean();
            return (Long) Class.forName("com.sun.management.ThreadMXBean")
                    .getMethod("getTotalThreadAllocatedBytes")
                    .invoke(threads);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The bytes of all threads are counted by JDK 21 and later", e);
        }
    }

    /** The largest share of memory that this process ever held, in MiB; Linux only. */
    static long peakMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
