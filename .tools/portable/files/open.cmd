@echo off
rem Opens a bulletin in the browser: the folder that was dropped on this file, or the one that start.mjs asks for.
rem Words for people are in start.mjs: what stands here is read in the code page of the machine.
setlocal EnableExtensions EnableDelayedExpansion
rem A dropped path without spaces comes unquoted: one with an ampersand is whole only in the line that started cmd.
set "BULLETIN_LINE=!cmdcmdline!"
setlocal DisableDelayedExpansion
set "BULLETIN_SCRIPT=%~nx0"
"%~dp0app\node\node.exe" "%~dp0app\start.mjs" %*
rem Not exit /b: what stands behind an ampersand in the dropped path would be run as a command.
exit %errorlevel%
