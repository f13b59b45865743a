# One file for the three applications: docker build --build-arg APP=ingest|projections|query-api .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /phoenix
COPY . .
# The servers for local processes (mdep) are not needed in an image.
RUN ./mvnw -q package -pl ingest,projections,query-api -am -Dmaven.test.skip=true -Dmdep.skip=true

FROM eclipse-temurin:25-jre AS extracted
ARG APP
COPY --from=build /phoenix/${APP}/target/phoenix-${APP}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home phoenix
USER phoenix
WORKDIR /app
COPY --from=extracted /app .
# Without memory it would limp on and answer nobody: whoever runs it starts another one.
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["java", "-jar", "app.jar"]
