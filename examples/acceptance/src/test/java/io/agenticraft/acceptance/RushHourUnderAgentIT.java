package io.agenticraft.acceptance;

import io.agenticraft.acceptance.host.Jars;
import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.simulator.Simulator;

/** By our agent, without a line of telemetry code. */
class RushHourUnderAgentIT extends RushHourContract {

    @Override
    void rush(Simulator providers, String service, Endpoints jaeger) throws Exception {
        Shop.observed(Jars.example("host-app"), providers, service, jaeger).run(LIMIT, "rush");
    }
}
