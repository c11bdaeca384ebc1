using System.Net;
using System.Net.Sockets;
using Conformance.Tests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>A run that cannot work does not start, and says what to do.</summary>
public sealed class RefusalTests
{
    [Test]
    public async Task A_specification_that_is_not_there_is_refused()
    {
        var refusal = await RefusedAsync(Notes.Options with { Specification = "specs/nowhere.yaml" });

        refusal.Kind.Should().Be(RefusalKind.Configuration);
        refusal.Message.Should().Be("There is no specification at 'specs/nowhere.yaml'.");
    }

    [Test]
    public async Task A_specification_with_errors_is_refused_with_its_findings()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("broken.yaml");
        await File.WriteAllTextAsync(path, "info:\n  title: Broken\nendpoints: 7\n");

        var refusal = await RefusedAsync(Notes.Options with { Specification = path });

        refusal.Kind.Should().Be(RefusalKind.SpecificationInvalid);
        refusal.Loading!.Diagnostics.Should().Contain(d => d.Location.Line == 3);
    }

    [Test]
    public async Task An_unknown_environment_is_refused_with_the_declared_ones()
    {
        var refusal = await RefusedAsync(Notes.Options with { Environment = "sandbx" });

        refusal.Message.Should().Be("The specification declares no environment 'sandbx'.");
        refusal.Fix.Should().Be("Declared are: sandbox, production.");
    }

    [Test]
    public async Task An_unknown_report_is_refused_and_the_embedded_target_is_stopped()
    {
        var target = new SimulatedTarget();

        var refusal = await RefusedAsync(Notes.Options with { Reports = "allure,junti" }, target);

        refusal.Kind.Should().Be(RefusalKind.Configuration);
        refusal.Message.Should().Contain("junti").And.Contain("junit");
        target.WasStarted.Should().BeTrue();
        target.IsDisposed.Should().BeTrue();
    }

    [Test]
    public async Task A_target_that_is_not_there_is_refused_before_the_first_case()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var watching = new Watching();

        var refusal = await RefusedAsync(
            Notes.Options with
            {
                BaseUrl = new Uri($"http://127.0.0.1:{port}"),
            },
            observer: watching
        );

        refusal.Kind.Should().Be(RefusalKind.Unreachable);
        refusal.Message.Should().Contain($"127.0.0.1:{port}");
        watching.StartedCases.Should().BeEmpty();
    }

    [Test]
    public async Task Plain_http_beyond_this_machine_is_refused()
    {
        var refusal = await RefusedAsync(Notes.Options with { BaseUrl = new Uri("http://notes.example.com") });

        refusal.Kind.Should().Be(RefusalKind.Configuration);
        refusal.Message.Should().Contain("--allow-insecure");
    }

    [Test]
    public async Task Without_a_base_url_and_an_embedded_target_there_is_nothing_to_run_against()
    {
        var run = await ConformanceRun.RunAsync(
            Notes.Options,
            new SequentialRunner(),
            new RunContext(),
            CancellationToken.None
        );

        run.Refusal!.Message.Should().Be("No target is named.");
    }

    [Test]
    public async Task A_run_that_is_interrupted_before_it_starts_says_so()
    {
        var run = await ConformanceRun.RunAsync(
            Notes.Options,
            new SequentialRunner(),
            new RunContext { EmbeddedTarget = new SimulatedTarget() },
            new CancellationToken(canceled: true)
        );

        run.Refusal!.Kind.Should().Be(RefusalKind.Interrupted);
    }

    private static async Task<Refusal> RefusedAsync(
        RunOptions options,
        SimulatedTarget? target = null,
        IRunObserver? observer = null
    )
    {
        var context = new RunContext { EmbeddedTarget = target ?? new SimulatedTarget(), Observer = observer };
        var run = await ConformanceRun.RunAsync(options, new SequentialRunner(), context, CancellationToken.None);
        run.Value.Should().BeNull();
        return run.Refusal!;
    }
}
