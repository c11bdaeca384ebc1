using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using NUnit.Framework;
using StreamJsonRpc;

namespace Conformance.Tests.Editors;

/// <summary>yaml-language-server as editors start it, and the editor's side of the protocol (LSP 3.17).</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly JsonRpc rpc;
    private readonly Editor editor;

    private LanguageServer(Process process)
    {
        this.process = process;
        editor = new Editor();
        rpc = new JsonRpc(
            new HeaderDelimitedMessageHandler(
                process.StandardInput.BaseStream,
                process.StandardOutput.BaseStream,
                new SystemTextJsonFormatter()
            )
        );
        rpc.AddLocalRpcTarget(editor, null);
        rpc.StartListening();
    }

    /// <summary>Starts the server.</summary>
    /// <param name="script">Its program.</param>
    /// <param name="folder">The folder that the editor has open.</param>
    public static async Task<LanguageServer> StartAsync(string script, string folder)
    {
        var start = new ProcessStartInfo("node", [script, "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var server = new LanguageServer(Start(start));
        await server.AskAsync(
            "initialize",
            new
            {
                processId = Environment.ProcessId,
                rootUri = new Uri(folder).AbsoluteUri,
                capabilities = new
                {
                    workspace = new { configuration = true },
                    textDocument = new { hover = new { contentFormat = new[] { "markdown" } } },
                },
            }
        );
        await server.rpc.NotifyWithParameterObjectAsync("initialized", new { });
        return server;
    }

    /// <summary>Opens a document and waits for what the server finds in it.</summary>
    public async Task<IReadOnlyList<Marked>> OpenAsync(Uri document, string text)
    {
        await rpc.NotifyWithParameterObjectAsync(
            "textDocument/didOpen",
            new
            {
                textDocument = new
                {
                    uri = document.AbsoluteUri,
                    languageId = "yaml",
                    version = 1,
                    text,
                },
            }
        );
        using var timeout = new CancellationTokenSource(Patience);
        await foreach (var published in editor.Published.ReadAllAsync(timeout.Token))
        {
            if (published.GetProperty("uri").GetString() == document.AbsoluteUri)
            {
                return
                [
                    .. published
                        .GetProperty("diagnostics")
                        .EnumerateArray()
                        .Select(d => new Marked(
                            d.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32(),
                            d.GetProperty("message").GetString()!
                        )),
                ];
            }
        }

        throw new InvalidOperationException("The server ended.");
    }

    /// <summary>What the server answers about a place in an open document.</summary>
    /// <param name="method">For example <c>textDocument/hover</c>.</param>
    /// <param name="document">The document.</param>
    /// <param name="line">Line, from 0.</param>
    /// <param name="character">Character in the line, from 0.</param>
    public Task<JsonElement> AskAsync(string method, Uri document, int line, int character) =>
        AskAsync(method, new { textDocument = new { uri = document.AbsoluteUri }, position = new { line, character } });

    public async ValueTask DisposeAsync()
    {
        rpc.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<JsonElement> AskAsync(string method, object parameters)
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await rpc.InvokeWithParameterObjectAsync<JsonElement>(method, parameters, timeout.Token);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("Node is not installed: what editors make of the schema is not tested.");
            throw;
        }
    }

    /// <summary>What the server asks of an editor and tells it; StreamJsonRpc calls it.</summary>
    private sealed class Editor
    {
        private readonly Channel<JsonElement> published = Channel.CreateUnbounded<JsonElement>();

        private readonly List<JsonElement> registered = [];
        private readonly object yaml = new
        {
            validate = true,
            hover = true,
            completion = true,
            schemaStore = new { enable = false },
        };

        public ChannelReader<JsonElement> Published => published.Reader;

        [JsonRpcMethod("textDocument/publishDiagnostics", UseSingleObjectParameterDeserialization = true)]
        public void Publish(JsonElement diagnostics) => published.Writer.TryWrite(diagnostics.Clone());

        /// <summary>The settings of the editor, section by section; those of YAML are a user's who changed nothing.</summary>
        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public object?[] Configuration(JsonElement wanted) =>
            [
                .. wanted
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("section").GetString() == "yaml" ? yaml : null),
            ];

        [JsonRpcMethod("client/registerCapability", UseSingleObjectParameterDeserialization = true)]
        public void Register(JsonElement registration) => registered.Add(registration.Clone());
    }
}

/// <summary>A place that the server marks.</summary>
/// <param name="Line">Line, from 0.</param>
/// <param name="Message">What is wrong there.</param>
internal sealed record Marked(int Line, string Message);
