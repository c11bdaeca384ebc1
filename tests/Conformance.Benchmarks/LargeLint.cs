using System.Diagnostics;
using System.Globalization;
using Conformance.Benchmarks.Scaling;
using Conformance.Specification;

namespace Conformance.Benchmarks;

/// <summary>
/// Lints a generated specification of 5,000 endpoints, each with a body of eight fields and four answers, and holds it
/// against its bounds. Run with <c>dotnet run -c Release --project tests/Conformance.Benchmarks -- large</c> on a quiet machine.
/// </summary>
internal static class LargeLint
{
    private const int Endpoints = 5000;
    private const int LinesBefore = 8;
    private const long MostBytes = 1_500_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const string Head = """
        info: { title: "Large API", version: "1.0.0", last_updated: "2026-01-15", status: Approved, authors: ["Team"] }
        overview: { purpose: "Measures the linter.", scope: { in: ["Things"], out: ["Others"] } }
        error_handling:
          error_format:
            content_type: application/json
            schema: { error_code: "string (required)", message: "string (required)" }

        endpoints:

        """;

    private const string Endpoint = """
          - operation_id: create-thing{0}
            method: POST
            path: /api/v1/things{0}
            description: "Create a thing of kind {0}"
            headers:
              required:
                Content-Type: "application/json"
                X-Request-ID: "string (UUID) - for request tracing"
            request:
              body:
                type: object
                required: [name, amount]
                properties:
                  name: { type: string, minLength: 1, maxLength: 100, description: "Name" }
                  amount: { type: integer, minimum: 1, maximum: 1000, description: "How many" }
                  tags: { type: array, maxItems: 10, items: { type: string, maxLength: 20 } }
                  address:
                    type: object
                    required: [street]
                    properties:
                      street: { type: string, maxLength: 200 }
                      postal_code: { type: string, pattern: "^[0-9]{5}$" }
              example: { name: "x", amount: 3, tags: ["a"], address: { street: "Main", postal_code: "12345" } }
            responses:
              201:
                description: "Created"
                schema:
                  type: object
                  required: [id, name]
                  properties:
                    id: { type: string, format: uuid }
                    name: { type: string, maxLength: 100 }
                    created_at: { type: string, format: date-time }
              400: { description: "Not valid" }
              401: { description: "No token" }
              429: { description: "Too many" }

        """;

    /// <summary>Measures once, as a user meets it: a process that has done nothing before.</summary>
    /// <returns>0 when every finding is exact and both bounds are kept, else 1.</returns>
    public static int Run()
    {
        var text = ScaledSpecification.Repeated(Head, Endpoint, Endpoints);
        var watch = Stopwatch.StartNew();
        var findings = Linter.Lint(SpecificationLoader.LoadText("large.yaml", text));
        watch.Stop();

        // The method of every endpoint stands on its second line, and none of them knows idempotency keys.
        var lines = Endpoint.Count(c => c == '\n');
        var expected = Enumerable.Range(0, Endpoints).Select(i => LinesBefore + (i * lines) + 2);
        var isExact = findings.Where(d => d.Id == "IDP-101").Select(d => d.Location.Line).SequenceEqual(expected);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Endpoints} endpoints, {text.Length / 1e6:0.0} MB, {findings.Length} findings, {(isExact ? "exact" : "NOT exact")}: {watch.Elapsed.TotalSeconds:0.0} s, {process.TotalProcessorTime.TotalSeconds:0.0} s of processors, {process.PeakWorkingSet64 / 1e6:0} MB at most"
            )
        );
        return isExact && watch.Elapsed < Longest && process.PeakWorkingSet64 < MostBytes ? 0 : 1;
    }
}
