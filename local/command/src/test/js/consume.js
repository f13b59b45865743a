// Prints the events of one parcel as JSON, a line each: node consume.js BROKERS REGISTRY TOPIC TRACKING_NUMBER HOW_MANY
const { randomUUID } = require('node:crypto');
const { Kafka, logLevel } = require('kafkajs');
const { AvroDeserializer, SchemaRegistryClient, SerdeType } = require('@confluentinc/schemaregistry');

const [brokers, registryUrl, topic, trackingNumber, howMany] = process.argv.slice(2);
const LIMIT_MS = 60_000;

const registry = new SchemaRegistryClient({ baseURLs: [registryUrl] });
const values = new AvroDeserializer(registry, SerdeType.VALUE, {});
const consumer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR })
    .consumer({ groupId: `interoperability-${randomUUID()}` });

async function main() {
    setTimeout(() => {
        console.error(`Fewer than ${howMany} events of ${trackingNumber} within ${LIMIT_MS / 1000} s.`);
        process.exit(1);
    }, LIMIT_MS);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    let left = Number(howMany);
    await consumer.run({
        eachMessage: async ({ message }) => {
            if (message.key.toString() !== trackingNumber || left === 0) {
                return;
            }
            const headers = Object.fromEntries(
                Object.entries(message.headers).map(([name, value]) => [name, value.toString()]));
            console.log(JSON.stringify({ headers, value: await values.deserialize(topic, message.value) }));
            if (--left === 0) {
                process.exit(0);
            }
        },
    });
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
