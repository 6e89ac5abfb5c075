package io.agenticraft.acceptance;

import io.agenticraft.acceptance.jaeger.Endpoints;
import java.net.URI;

class SupportDeskOverHttpIT extends SupportDeskContract {

    SupportDeskOverHttpIT() {
        super("http/protobuf");
    }

    @Override
    URI otlp(Endpoints jaeger) {
        return jaeger.otlpHttp();
    }
}
