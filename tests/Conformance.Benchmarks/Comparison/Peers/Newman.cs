using System.Text.Json.Nodes;

namespace Conformance.Benchmarks.Comparison.Peers;

/// <summary>Newman, on which Portman and most of Postman's users run: a request with three tests each, one of them the JSON schema.</summary>
internal sealed class Newman : IPeer
{
    /// <inheritdoc />
    public string Name => $"Newman ({PeerPackages.NewmanVersion})";

    /// <inheritdoc />
    public IReadOnlyList<string> Prepare(
        IReadOnlyList<RecordedExchange> exchanges,
        string openApi,
        Uri baseUrl,
        string folder
    )
    {
        var document = JsonNode.Parse(File.ReadAllText(openApi))!;
        var collection = new JsonObject
        {
            ["info"] = new JsonObject
            {
                ["name"] = "comparison",
                ["schema"] = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
            },
            ["item"] = new JsonArray([
                .. exchanges.Select((exchange, i) => Item(exchange, i, SchemaOf(document, exchange), baseUrl)),
            ]),
        };
        var file = Path.Combine(folder, "collection.json");
        File.WriteAllText(file, collection.ToJsonString());
        return
        [
            PeerPackages.Binary("newman"),
            "run",
            file,
            "--reporters",
            "json",
            "--reporter-json-export",
            Path.Combine(folder, "newman.json"),
        ];
    }

    private static JsonNode Item(RecordedExchange exchange, int number, JsonNode schema, Uri baseUrl) =>
        new JsonObject
        {
            ["name"] = $"request {number}",
            ["request"] = new JsonObject
            {
                ["method"] = "POST",
                ["url"] = new Uri(baseUrl, exchange.Path).ToString(),
                ["header"] = new JsonArray(new JsonObject { ["key"] = "Content-Type", ["value"] = "application/json" }),
                ["body"] = new JsonObject { ["mode"] = "raw", ["raw"] = exchange.Body },
            },
            ["event"] = new JsonArray(
                new JsonObject
                {
                    ["listen"] = "test",
                    ["script"] = new JsonObject
                    {
                        ["type"] = "text/javascript",
                        ["exec"] = new JsonArray(
                            $"pm.test('status', () => pm.response.to.have.status({exchange.Status}));",
                            "pm.test('type', () => pm.expect(pm.response.headers.get('Content-Type')).to.include('application/json'));",
                            $"pm.test('schema', () => pm.response.to.have.jsonSchema({schema.ToJsonString()}));"
                        ),
                    },
                }
            ),
        };

    private static JsonNode SchemaOf(JsonNode document, RecordedExchange exchange)
    {
        var answer = document["paths"]![exchange.Path]!["post"]!["responses"]![$"{exchange.Status}"]!;
        var schema = Resolve(document, Resolve(document, answer)["content"]!["application/json"]!["schema"]!);
        return schema.DeepClone();
    }

    private static JsonNode Resolve(JsonNode document, JsonNode node) =>
        (string?)node["$ref"] is { } reference
            ? reference.Split('/').Skip(1).Aggregate(document, (at, name) => at[name]!)
            : node;
}
