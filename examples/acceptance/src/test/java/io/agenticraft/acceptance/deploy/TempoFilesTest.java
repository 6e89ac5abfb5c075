package io.agenticraft.acceptance.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody here can run these images, so what can be compared is compared. */
class TempoFilesTest {

    private final JsonNode services = DeployFiles.yaml("tempo/compose.yaml").path("services");
    private final JsonNode tempo = DeployFiles.yaml("tempo/tempo.yaml");
    private final JsonNode source = DeployFiles.yaml("tempo/grafana/datasources/tempo.yaml")
            .path("datasources")
            .path(0);

    @Test
    void configuration_isTheOneThatIsMounted() {
        String mount = services.path("tempo").path("volumes").path(0).asText();

        assertTrue(mount.startsWith("./tempo.yaml:"), mount);
        assertEquals(
                "-config.file=" + mount.split(":", -1)[1],
                services.path("tempo").path("command").path(0).asText());
    }

    @Test
    void receivers_listenWhereComposePublishes() {
        JsonNode protocols =
                tempo.path("distributor").path("receivers").path("otlp").path("protocols");
        List<String> published = DeployFiles.texts(services.path("tempo").path("ports"));

        assertEquals("0.0.0.0:4317", protocols.path("grpc").path("endpoint").asText());
        assertEquals("0.0.0.0:4318", protocols.path("http").path("endpoint").asText());
        String query = tempo.path("server").path("http_listen_port").asText();
        assertEquals(
                List.of("127.0.0.1:4317:4317", "127.0.0.1:4318:4318", "127.0.0.1:" + query + ":" + query), published);
    }

    @Test
    void storage_liesInTheFolderThatTempoMayWriteTo() {
        String[] mount = services.path("tempo").path("tmpfs").path(0).asText().split(":", -1);
        JsonNode trace = tempo.path("storage").path("trace");

        assertTrue(mount[1].startsWith("uid=10001,gid=10001,"), mount[1]);
        assertTrue(trace.path("wal").path("path").asText().startsWith(mount[0] + "/"));
        assertEquals("local", trace.path("backend").asText());
        assertTrue(trace.path("local").path("path").asText().startsWith(mount[0] + "/"));
    }

    @Test
    void dataSource_namesTheServiceAndItsPort() {
        URI url = URI.create(source.path("url").asText());

        assertTrue(services.has(url.getHost()), "no service of that name: " + url);
        assertEquals(tempo.path("server").path("http_listen_port").asInt(), url.getPort());
        assertEquals("tempo", source.path("type").asText());
    }

    @Test
    void dashboards_areFoundAndAskThatDataSource() {
        JsonNode provider = DeployFiles.yaml("tempo/grafana/dashboards/provider.yaml")
                .path("providers")
                .path(0);
        List<String> mounts = DeployFiles.texts(services.path("grafana").path("volumes"));
        String path = provider.path("options").path("path").asText();
        assertTrue(mounts.contains("./grafana/dashboards:" + path + ":ro"), path);

        JsonNode dashboard = DeployFiles.yaml("tempo/grafana/dashboards/agent-runs.json");
        assertTrue(DeployFiles.text("tempo/README.md")
                .contains("/d/" + dashboard.path("uid").asText()));
        assertFalse(dashboard.path("panels").isEmpty());
        for (JsonNode panel : dashboard.path("panels")) {
            assertEquals(source.path("uid"), panel.path("datasource").path("uid"));
            for (JsonNode target : panel.path("targets")) {
                assertEquals(source.path("uid"), target.path("datasource").path("uid"));
                assertEquals("traceql", target.path("queryType").asText());
                assertTrue(target.path("query").asText().matches("\\{ .* }( \\| select\\(.*\\))?"));
            }
        }
    }
}
