# One file for the three applications: docker build --build-arg APP=ingest|projections|query-api .
# For what creates topics and schemas: docker build --target deploy .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /phoenix
COPY . .
# The servers for local processes (mdep) are not needed in an image.
RUN ./mvnw -q package -pl deploy,ingest,projections,query-api -am -Dmaven.test.skip=true -Dmdep.skip=true

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --create-home phoenix
USER phoenix
WORKDIR /app
# Without memory it would limp on and answer nobody: whoever runs it starts another one.
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-jar", "app.jar"]

FROM runtime AS deploy
COPY --from=build /phoenix/deploy/target/phoenix-deploy-*-all.jar app.jar

FROM eclipse-temurin:25-jre AS extracted
ARG APP
COPY --from=build /phoenix/${APP}/target/phoenix-${APP}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --destination /app

FROM runtime
COPY --from=extracted /app .
