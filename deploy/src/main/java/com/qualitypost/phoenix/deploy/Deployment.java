package com.qualitypost.phoenix.deploy;

import com.qualitypost.phoenix.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Creates what the applications need before they start: the topics of the catalogue and the schemas of their values.
 *
 * @param kafka settings of Kafka's client, besides the brokers' addresses
 * @param registry settings of the registry's client: {@code apicurio.registry.auth.username} and {@code .password}
 */
public record Deployment(
        String bootstrapServers,
        String registryUrl,
        String topicPrefix,
        int partitions,
        int replication,
        Map<String, String> kafka,
        Map<String, String> registry) {
    private static final long FOR_EVER = -1;

    private static final String USAGE = """
            Usage: java -jar phoenix-deploy-VERSION-all.jar BOOTSTRAP_SERVERS REGISTRY_URL [PARTITIONS [REPLICATION [TOPIC_PREFIX]]]
            Further client settings come from the environment, as for the applications:
            PHOENIX_KAFKA_PROPERTIES_SECURITY_PROTOCOL, PHOENIX_REGISTRY_PROPERTIES_APICURIO_REGISTRY_AUTH_USERNAME ...""";

    /** For servers that need no login. */
    public Deployment(
            String bootstrapServers, String registryUrl, String topicPrefix, int partitions, int replication) {
        this(bootstrapServers, registryUrl, topicPrefix, partitions, replication, Map.of(), Map.of());
    }

    /** Creates or adapts the topics as the catalogue says and registers the schemas; may be repeated. */
    public void deploy() throws ExecutionException, InterruptedException, IOException {
        deployTopics();
        var schemas = new SchemaRegistry(registryUrl, registry);
        schemas.demandFullTransitiveCompatibility();
        for (Topic topic : Topic.values()) {
            if (topic.schema().isPresent()) {
                schemas.register(
                        topic.topicName(topicPrefix) + "-value", topic.schema().get());
            }
        }
    }

    private void deployTopics() throws ExecutionException, InterruptedException {
        Map<String, Object> client = new HashMap<>(kafka);
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(client)) {
            Set<String> existing = admin.listTopics().names().get();
            Predicate<NewTopic> isThere = topic -> existing.contains(topic.name());
            List<NewTopic> topics =
                    Arrays.stream(Topic.values()).map(this::newTopic).toList();
            admin.createTopics(topics.stream().filter(isThere.negate()).toList())
                    .all()
                    .get();
            admin.incrementalAlterConfigs(topics.stream()
                            .filter(isThere)
                            .collect(Collectors.toMap(Deployment::resource, Deployment::settings)))
                    .all()
                    .get();
        }
    }

    private static ConfigResource resource(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Collection<AlterConfigOp> settings(NewTopic topic) {
        return topic.configs().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.topicName(topicPrefix), topic.partitions(partitions), (short) replication)
                .configs(config(topic));
    }

    private Map<String, String> config(Topic topic) {
        Map<String, String> config = new HashMap<>();
        config.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.keepsOnlyTheLatest() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(topic.keptFor().map(Duration::toMillis).orElse(FOR_EVER)));
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replication - 1)));
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MOST_BYTES));
        return config;
    }

    /** Deploys what the command line says. */
    public static void main(String[] args) throws Exception {
        List<String> given = List.of(args);
        if (given.size() < 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        new Deployment(
                        given.get(0),
                        given.get(1),
                        given.size() > 4 ? given.get(4) : "",
                        given.size() > 2 ? Integer.parseInt(given.get(2)) : 8,
                        given.size() > 3 ? Integer.parseInt(given.get(3)) : 1,
                        fromEnvironment("PHOENIX_KAFKA_PROPERTIES_"),
                        fromEnvironment("PHOENIX_REGISTRY_PROPERTIES_"))
                .deploy();
    }

    private static Map<String, String> fromEnvironment(String prefix) {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        variable -> variable.getKey()
                                .substring(prefix.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        Map.Entry::getValue));
    }
}
