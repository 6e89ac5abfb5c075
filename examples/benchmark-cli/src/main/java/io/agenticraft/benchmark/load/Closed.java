package io.agenticraft.benchmark.load;

record Closed() implements Pace {
    @Override
    public long next(long start, long now) {
        return now;
    }
}
