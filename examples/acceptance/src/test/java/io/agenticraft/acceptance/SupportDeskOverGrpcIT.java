package io.agenticraft.acceptance;

import io.agenticraft.acceptance.jaeger.Endpoints;
import java.net.URI;

class SupportDeskOverGrpcIT extends SupportDeskContract {

    SupportDeskOverGrpcIT() {
        super("grpc");
    }

    @Override
    URI otlp(Endpoints jaeger) {
        return jaeger.otlpGrpc();
    }
}
