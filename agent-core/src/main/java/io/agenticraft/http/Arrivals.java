package io.agenticraft.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

/**
 * Notes whether anything has come over an HTTP/1.1 connection since a request was sent, be it the first byte of a status
 * line: Vert.x tells of whole heads only. Used on the connection's event loop.
 */
final class Arrivals extends ChannelInboundHandlerAdapter {
    private static final String CODEC = "codec";

    private boolean any;

    private Arrivals() {}

    /** Watches a connection between its TLS and its HTTP/1.1; null where it speaks something else. */
    static @Nullable Arrivals watch(ChannelPipeline pipeline) {
        if (pipeline.get(CODEC) == null) {
            return null;
        }
        Arrivals arrivals = new Arrivals();
        pipeline.addBefore(CODEC, "arrivals", arrivals);
        return arrivals;
    }

    /** A request is going to be sent. */
    void begin() {
        any = false;
    }

    boolean any() {
        return any;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        any = true;
        ctx.fireChannelRead(message);
    }
}
