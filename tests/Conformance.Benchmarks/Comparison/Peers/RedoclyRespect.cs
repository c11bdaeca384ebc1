using System.Text.Json.Nodes;

namespace Conformance.Benchmarks.Comparison.Peers;

/// <summary>Redocly Respect: an Arazzo step for each request; it checks answers against the schemas of the OpenAPI document by itself.</summary>
internal sealed class RedoclyRespect : IPeer
{
    /// <inheritdoc />
    public string Name => $"Redocly Respect ({PeerPackages.Redocly})";

    /// <inheritdoc />
    public IReadOnlyList<string> Prepare(
        IReadOnlyList<RecordedExchange> exchanges,
        string openApi,
        Uri baseUrl,
        string folder
    )
    {
        var arazzo = new JsonObject
        {
            ["arazzo"] = "1.0.1",
            ["info"] = new JsonObject { ["title"] = "Comparison", ["version"] = "1.0.0" },
            ["sourceDescriptions"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "api",
                    ["type"] = "openapi",
                    ["url"] = openApi,
                }
            ),
            ["workflows"] = new JsonArray(
                new JsonObject { ["workflowId"] = "all", ["steps"] = new JsonArray([.. exchanges.Select(Step)]) }
            ),
        };
        var file = Path.Combine(folder, "all.arazzo.json");
        File.WriteAllText(file, arazzo.ToJsonString());
        return
        [
            "env",
            "REDOCLY_TELEMETRY=off",
            "REDOCLY_CLI_RESPECT_MAX_STEPS=100000",
            PeerPackages.Binary("redocly"),
            "respect",
            file,
            "--server",
            $"api={baseUrl.ToString().TrimEnd('/')}",
            "--json-output",
            Path.Combine(folder, "respect.json"),
        ];
    }

    private static JsonNode Step(RecordedExchange exchange, int number) =>
        new JsonObject
        {
            ["stepId"] = $"step{number}",
            ["operationId"] = exchange.Operation,
            ["requestBody"] = new JsonObject
            {
                ["contentType"] = "application/json",
                ["payload"] = JsonNode.Parse(exchange.Body),
            },
            ["successCriteria"] = new JsonArray(new JsonObject { ["condition"] = $"$statusCode == {exchange.Status}" }),
        };
}
