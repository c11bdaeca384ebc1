using Conformance.SampleProvider;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Shelf>();

var app = builder.Build();
app.UseStatusCodePages(context => Errors.Empty(context.HttpContext));
app.Use(ApiKey.RequireAsync);
app.MapLoans();
app.MapStates();
app.Run();
