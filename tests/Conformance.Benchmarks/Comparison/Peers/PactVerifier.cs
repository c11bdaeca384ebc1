using System.Text.Json.Nodes;

namespace Conformance.Benchmarks.Comparison.Peers;

/// <summary>Pact's native verifier: an interaction for each request; the body of the answer is matched by type.</summary>
internal sealed class PactVerifier : IPeer
{
    private const string Script = """
        const pact = require("@pact-foundation/pact-core").default;
        pact.verifyPacts({ provider: "target", providerBaseUrl: process.argv[2], pactUrls: [process.argv[3]], logLevel: "error" })
          .then(() => process.exit(0), (e) => { console.error(String(e)); process.exit(1); });
        """;

    /// <inheritdoc />
    public string Name => $"Pact verifier (pact-core {PeerPackages.PactCore})";

    /// <inheritdoc />
    public IReadOnlyList<string> Prepare(
        IReadOnlyList<RecordedExchange> exchanges,
        string openApi,
        Uri baseUrl,
        string folder
    )
    {
        var pact = new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = "comparison" },
            ["provider"] = new JsonObject { ["name"] = "target" },
            ["interactions"] = new JsonArray([.. exchanges.Select(Interaction)]),
            ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "3.0.0" } },
        };
        var file = Path.Combine(folder, "pact.json");
        File.WriteAllText(file, pact.ToJsonString());
        var script = PeerPackages.Script("pact.cjs", Script);
        return ["node", script, baseUrl.ToString(), file];
    }

    private static JsonNode Interaction(RecordedExchange exchange, int number) =>
        new JsonObject
        {
            ["description"] = $"request {number}",
            ["request"] = new JsonObject
            {
                ["method"] = "POST",
                ["path"] = exchange.Path,
                ["headers"] = Json(),
                ["body"] = JsonNode.Parse(exchange.Body),
            },
            ["response"] = new JsonObject
            {
                ["status"] = exchange.Status,
                ["headers"] = Json(),
                ["body"] = JsonNode.Parse(exchange.Answer),
                ["matchingRules"] = new JsonObject
                {
                    ["body"] = new JsonObject
                    {
                        ["$"] = new JsonObject
                        {
                            ["combine"] = "AND",
                            ["matchers"] = new JsonArray(new JsonObject { ["match"] = "type" }),
                        },
                    },
                },
            },
        };

    private static JsonObject Json() => new() { ["Content-Type"] = "application/json" };
}
