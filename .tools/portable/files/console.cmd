@echo off
rem A console in which the command bulletin is known.
setlocal EnableExtensions DisableDelayedExpansion
set "PATH=%~dp0app\bin;%PATH%"
pushd "%~dp0"
"%~dp0app\node\node.exe" "%~dp0app\start.mjs" --console
"%ComSpec%" /k
