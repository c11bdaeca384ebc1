namespace Conformance.Tests.Foreign;

/// <summary><c>orders-server.mjs</c>: a server in another language that shares no code with us.</summary>
internal sealed class ForeignServer : IAsyncDisposable
{
    public const string ClientId = "foreign-client";
    public const string ClientSecret = "foreign-secret";

    private readonly NodeProcess process;

    private ForeignServer(NodeProcess process) => this.process = process;

    public Uri BaseUrl => process.BaseUrl;

    public static async Task<ForeignServer> StartAsync(string fault, CancellationToken cancellationToken) =>
        new(
            await NodeProcess.StartAsync(
                ["Foreign", "orders-server.mjs"],
                ["--clock", "--states"],
                [("FAULT", fault), ("CLIENT_ID", ClientId), ("CLIENT_SECRET", ClientSecret)],
                "the suite could not be measured on a server in another language",
                cancellationToken
            )
        );

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
